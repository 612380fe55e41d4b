#include "ui/widgets/alertmenu.h"

#include "ui/models/alertsettings.h"
#include "ui/models/chatsessions.h"
#include "ui/models/mentions.h"
#include "ui/widgets/promptdialog.h"

#include <QActionGroup>

namespace tincan {

AlertMenu::AlertMenu(ChatSessions &sessions, AlertSettings &alerts, QWidget *parent)
    : QMenu(tr("N&otifications"), parent), m_sessions(sessions), m_alerts(alerts)
{
    connect(this, &QMenu::aboutToShow, this, &AlertMenu::fill);
    connect(this, &QMenu::aboutToHide, this, [this] { m_chosen = nullptr; });
    fill();
}

void AlertMenu::popupFor(Conversation *conversation, const QPoint &at)
{
    m_chosen = conversation;
    popup(at);
}

void AlertMenu::toggleMute()
{
    if (const QString key = room(); m_alerts.isMuted(key))
        m_alerts.unmute(key);
    else if (!key.isEmpty())
        m_alerts.mute(key, AlertSettings::forever);
}

void AlertMenu::fill()
{
    clear();
    qDeleteAll(findChildren<QActionGroup *>(Qt::FindDirectChildrenOnly));
    const QString key = room();
    setEnabled(true);
    if (key.isEmpty()) {
        addAction(tr("No room is open"))->setEnabled(false);
        return;
    }
    auto *levels = new QActionGroup(this);
    const auto level = [&](const QString &words, AlertLevel choice) {
        QAction *action = addAction(words, this, [this, key, choice] { m_alerts.setLevel(key, choice); });
        action->setCheckable(true);
        action->setChecked(m_alerts.levelOf(key) == choice);
        levels->addAction(action);
    };
    level(tr("&All Messages"), AlertLevel::All);
    level(tr("&Mentions and Direct"), AlertLevel::Addressed);
    level(tr("&Nothing"), AlertLevel::None);
    addAction(tr("Words That &Count…"), this, [this, key] { askWords(key); });
    addSeparator();
    if (m_alerts.isMuted(key)) {
        addAction(tr("&Unmute"), this, [this, key] { m_alerts.unmute(key); });
        return;
    }
    addAction(tr("Mute for an &Hour"), this, [this, key] { m_alerts.muteForAnHour(key); });
    addAction(tr("Mute Until &Tomorrow"), this, [this, key] { m_alerts.muteUntilTomorrow(key); });
    addAction(tr("Mute Al&ways"), this, [this, key] { m_alerts.mute(key, AlertSettings::forever); });
}

void AlertMenu::askWords(const QString &room)
{
    auto *dialog = new PromptDialog(
        {.title = tr("Words That Count"),
         .label = tr("Words that count as a mention in this room"),
         .explanation = tr("Between commas. Without any, the words of the preferences count here as well."),
         .action = tr("Use These Words"),
         .value = m_alerts.ownKeywordsOf(room).join(QStringLiteral(", ")),
         .mayBeEmpty = true},
        parentWidget());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PromptDialog::answered, this,
            [this, room](const QString &words) { m_alerts.setKeywords(room, typedWords(words)); });
    dialog->open();
}

QString AlertMenu::room() const
{
    const Conversation *conversation = m_chosen ? m_chosen.data() : m_sessions.current();
    return conversation ? m_sessions.roomKey(conversation) : QString();
}

} // namespace tincan

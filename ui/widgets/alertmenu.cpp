#include "ui/widgets/alertmenu.h"

#include "ui/models/alertsettings.h"
#include "ui/models/chatsessions.h"
#include "ui/models/mentions.h"
#include "ui/widgets/promptdialog.h"

#include <QActionGroup>

#include <functional>

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
    qDeleteAll(findChildren<QMenu *>(Qt::FindDirectChildrenOnly));
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
    addWords(key);
    addSeparator();
    if (m_alerts.isMuted(key)) {
        addAction(tr("&Unmute"), this, [this, key] { m_alerts.unmute(key); });
        return;
    }
    addAction(tr("Mute for an &Hour"), this, [this, key] { m_alerts.muteForAnHour(key); });
    addAction(tr("Mute Until &Tomorrow"), this, [this, key] { m_alerts.muteUntilTomorrow(key); });
    addAction(tr("Mute Al&ways"), this, [this, key] { m_alerts.mute(key, AlertSettings::forever); });
}

void AlertMenu::addWords(const QString &room)
{
    QMenu *words = addMenu(tr("Words That &Count"));
    auto *sources = new QActionGroup(words);
    const auto source = [&](const QString &text, WordSource choice, const std::function<void()> &choose) {
        QAction *action = words->addAction(text, this, choose);
        action->setCheckable(true);
        action->setChecked(m_alerts.wordSourceOf(room) == choice);
        sources->addAction(action);
    };
    source(tr("Those of the &Preferences"), WordSource::Preferences,
           [this, room] { m_alerts.setWordSource(room, WordSource::Preferences); });
    source(tr("Words of This &Room…"), WordSource::Room, [this, room] { askWords(room); });
    //: no words count as a mention in this room
    source(tr("N&one"), WordSource::None, [this, room] { m_alerts.setWordSource(room, WordSource::None); });
}

void AlertMenu::askWords(const QString &room)
{
    auto *dialog = new PromptDialog(
        {.title = tr("Words That Count"),
         .label = tr("Words that count as a mention in this room"),
         .explanation = tr("Between commas. Without any, the words of the preferences count here."),
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

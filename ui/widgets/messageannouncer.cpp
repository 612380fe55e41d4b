#include "ui/widgets/messageannouncer.h"

#include <QAccessible>

#include <utility>

using namespace Qt::StringLiterals;

namespace tincan {

MessageAnnouncer::MessageAnnouncer(QWidget *parent, int gather) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setAccessibleName(tr("New messages"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setGeometry(0, 0, 1, 1);
    m_timer.setSingleShot(true);
    m_timer.setInterval(gather);
    connect(&m_timer, &QTimer::timeout, this, &MessageAnnouncer::tell);
}

void MessageAnnouncer::say(const QString &sentence)
{
    ++m_count;
    if (m_waiting.size() <= mostWords) {
        m_waiting.append(sentence);
    }
    if (!m_timer.isActive()) {
        m_timer.start();
    }
}

void MessageAnnouncer::tell()
{
    const int count = std::exchange(m_count, 0);
    const QStringList waiting = std::exchange(m_waiting, {});
    const QString text = count > mostWords ? tr("%n new messages", nullptr, count) : waiting.join(u". "_s);
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent event(this, text);
    event.setPoliteness(QAccessible::AnnouncementPoliteness::Polite);
    QAccessible::updateAccessibility(&event);
#else
    setAccessibleName(text); // tells of the changed name by itself
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
#endif
    Q_EMIT announced(text);
}

} // namespace tincan

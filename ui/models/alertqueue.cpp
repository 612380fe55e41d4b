#include "ui/models/alertqueue.h"

#include "protocol/textsanitizer.h"
#include "ui/models/isolated.h"
#include "ui/models/shortened.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

constexpr qsizetype longestText = 200; // characters

QString harmless(const QString &text)
{
    QString line = shortened(sanitizeLine(text), longestText);
    line.replace(u'<', u'‹');
    line.replace(u'>', u'›');
    return line;
}

} // namespace

AlertQueue::AlertQueue(QObject *parent, int gather) : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(gather);
    connect(&m_timer, &QTimer::timeout, this, &AlertQueue::tell);
}

void AlertQueue::hear(Conversation *conversation, const RoomEvent &event)
{
    m_heard.removeAll(conversation);
    m_heard.append(conversation);
    m_last = event;
    ++m_messages;
    if (!m_timer.isActive()) {
        m_timer.start();
    }
}

void AlertQueue::tell()
{
    QList<QPointer<Conversation>> heard = std::exchange(m_heard, {});
    const int messages = std::exchange(m_messages, 0);
    heard.removeAll(nullptr);
    if (heard.isEmpty()) {
        return;
    }
    m_shown = heard.last();
    m_shownSeq = m_last.seq;
    const QString room = isolated(harmless(m_shown->title()));
    const QString author = isolated(harmless(m_last.from.name));
    if (heard.size() > 1) {
        Q_EMIT alert(tr("Tincan"), tr("New messages in %n rooms", nullptr, int(heard.size())));
    } else if (messages > 1) {
        Q_EMIT alert(room, tr("%n unread messages", nullptr, m_shown->unread()));
    } else if (m_shown->isDirect()) {
        Q_EMIT alert(author, harmless(m_last.text));
    } else {
        //: title of an alert: who, in which room
        Q_EMIT alert(tr("%1 in %2").arg(author, room), harmless(m_last.text));
    }
}

} // namespace tincan

#pragma once

#include "protocol/roomevent.h"

#include <QHash>
#include <QList>
#include <QSet>

namespace tincan::chaos {

/// Something that a client was told to say, and what it learned of it.
struct Saying
{
    int number = 0;      ///< by which its text begins, where it has one
    QString author = {}; ///< the name of the client, in one of its lives
    EventKind kind = EventKind::Message;
    QString text = {};
    Seq target = 0;
    PostId post = {};          ///< of a native client
    bool acknowledged = false; ///< told to be stored
    bool abandoned = false;    ///< its author died, or lost a plain connection, before it knew
    bool refused = false;      ///< told that it was not stored, and why
};

/// What was said in a run, by everybody.
class Ledger
{
public:
    /// A text that is said once, "m17 …".
    static QString text(int number, const QString &rest);
    /// The number by which a text begins; 0: it is none of ours.
    static int numberOf(QStringView text);

    int nextNumber() const { return int(m_sayings.size()) + 1; }
    Saying &add(const Saying &saying); ///< numbers it
    Saying &at(int number) { return m_sayings[number - 1]; }
    const Saying *find(int number) const;
    const Saying *find(const PostId &post) const;
    void posted(int number, const PostId &post);

    void acknowledge(int number);
    void acknowledge(const PostId &post);
    void abandon(int number);
    void refuse(const PostId &post);

    const QList<Saying> &sayings() const { return m_sayings; }
    int acknowledged() const { return m_acknowledged; }
    int open() const { return m_open; } ///< nobody knows yet what became of them

private:
    static bool isOpen(const Saying &saying);

    QList<Saying> m_sayings; ///< by number, from 1
    QHash<PostId, int> m_posts;
    int m_acknowledged = 0;
    int m_open = 0;
};

} // namespace tincan::chaos

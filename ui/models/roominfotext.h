#pragma once

#include <QCoreApplication>
#include <QStringList>

namespace tincan {

class Conversation;
class ServerSession;

/// What there is to know about a room, in plain words: above all who can read what is said in it.
struct RoomInfoText
{
    Q_DECLARE_TR_FUNCTIONS(tincan::RoomInfoText)

public:
    static RoomInfoText of(const ServerSession &session, const Conversation &conversation);

    QString title;         ///< as above the conversation: "# Lounge"
    QString place;         ///< the server's name, its address, how many are here
    QString topic;         ///< untrusted; empty: none
    QStringList sentences; ///< who can read it, and what that is known from
    QString key;           ///< of the host, in groups; empty where nothing is encrypted

private:
    static QString reasonForKey(const ServerSession &session);
};

} // namespace tincan

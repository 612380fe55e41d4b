#pragma once

#include "ui/models/completion.h"

#include <QCoreApplication>

namespace tincan {

class Conversation;
class EmojiTable;
class ServerSession;

/// What can be completed in a conversation: who is in it, the rooms one is in, emoji, and the commands.
class CompletionSource
{
    Q_DECLARE_TR_FUNCTIONS(tincan::CompletionSource)

public:
    /// Either may be null: then nobody and nothing is known, but the commands.
    static QList<CompletionEntry> entries(CompletionKind kind, const ServerSession *session,
                                          const Conversation *conversation, const EmojiTable &emoji);

private:
    static QList<CompletionEntry> people(const Conversation &conversation);
    static QList<CompletionEntry> rooms(const ServerSession &session);
    static QList<CompletionEntry> commands();
    static QList<CompletionEntry> moderatorCommands();
};

} // namespace tincan

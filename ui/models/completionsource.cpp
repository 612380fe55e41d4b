#include "ui/models/completionsource.h"

#include "ui/models/emojitable.h"
#include "ui/models/powers.h"
#include "ui/models/serversession.h"

using namespace Qt::StringLiterals;

namespace tincan {

QList<CompletionEntry> CompletionSource::entries(CompletionKind kind, const ServerSession *session,
                                                 const Conversation *conversation, const EmojiTable &emoji)
{
    switch (kind) {
    case CompletionKind::Person:
        return conversation ? people(*conversation) : QList<CompletionEntry>();
    case CompletionKind::Room:
        return session ? rooms(*session) : QList<CompletionEntry>();
    case CompletionKind::Emoji:
        return emoji.completions();
    case CompletionKind::SlashCommand:
        return session && isModerating(session->self().role) ? commands() + moderatorCommands() : commands();
    }
    Q_UNREACHABLE();
}

QList<CompletionEntry> CompletionSource::people(const Conversation &conversation)
{
    QList<CompletionEntry> entries;
    const QStringList names = conversation.members()->names();
    for (const QString &name : names) {
        entries.append({name, QString(), u'@' + name});
    }
    return entries;
}

QList<CompletionEntry> CompletionSource::rooms(const ServerSession &session)
{
    QList<CompletionEntry> entries;
    const auto conversations = session.conversations();
    for (const Conversation *conversation : conversations) {
        if (!conversation->isDirect()) {
            entries.append({conversation->name(), conversation->topic(), u'#' + conversation->name()});
        }
    }
    return entries;
}

/// What stands behind them in capitals is put there by who writes; [in brackets] it may be left out.
QList<CompletionEntry> CompletionSource::commands()
{
    return {
        {u"me"_s, tr("say what you do"), u"/me"_s, tr("TEXT")},
        {u"nick"_s, tr("change your name"), u"/nick"_s, tr("NAME")},
        {u"topic"_s, tr("show or change the room's topic"), u"/topic"_s, tr("[TEXT]")},
        {u"msg"_s, tr("tell one person alone"), u"/msg"_s, tr("NAME TEXT")},
        {u"join"_s, tr("go to a room, and make it if there is none"), u"/join"_s, tr("ROOM")},
        {u"leave"_s, tr("leave a room"), u"/leave"_s, tr("[ROOM]")},
        {u"rooms"_s, tr("list the rooms"), u"/rooms"_s},
        {u"who"_s, tr("list who is here"), u"/who"_s},
        {u"away"_s, tr("say that you are away, and why"), u"/away"_s, tr("[TEXT]")},
        {u"back"_s, tr("say that you are back"), u"/back"_s},
        {u"password"_s, tr("give the password that is asked for"), u"/password"_s, tr("WORD")},
        {u"history"_s, tr("read what was said before"), u"/history"_s},
        {u"help"_s, tr("list the commands"), u"/help"_s},
        {u"quit"_s, tr("leave the server"), u"/quit"_s},
    };
}

QList<CompletionEntry> CompletionSource::moderatorCommands()
{
    return {
        {u"kick"_s, tr("remove somebody"), u"/kick"_s, tr("NAME [REASON]")},
        {u"ban"_s, tr("keep somebody out, for an hour if nothing is said"), u"/ban"_s,
         tr("NAME [10m|2h|7d|forever] [REASON]")},
        {u"unban"_s, tr("let somebody in again"), u"/unban"_s, tr("NAME")},
        {u"mute"_s, tr("let somebody read, and not write"), u"/mute"_s,
         tr("NAME [10m|2h|7d|forever] [REASON]")},
        {u"unmute"_s, tr("let somebody write again"), u"/unmute"_s, tr("NAME")},
        {u"promote"_s, tr("make somebody a moderator"), u"/promote"_s, tr("NAME")},
        {u"demote"_s, tr("make a moderator an ordinary member again"), u"/demote"_s, tr("NAME")},
        {u"slow"_s, tr("seconds between two messages in this room, or off"), u"/slow"_s, tr("SECONDS|off")},
        {u"writers"_s, tr("who may write in this room: all, members or moderators"), u"/writers"_s,
         u"all|members|moderators"_s},
        {u"keep"_s, tr("what is kept of this room, as in 30d or 1000; all, or default"), u"/keep"_s,
         u"30d|1000|all|default"_s},
        {u"connections"_s, tr("show who is connected"), u"/connections"_s},
        {u"bans"_s, tr("show who is banned or muted"), u"/bans"_s},
        {u"moderators"_s, tr("show who is a moderator, here or not"), u"/moderators"_s},
        {u"acts"_s, tr("show what owner and moderators did"), u"/acts"_s},
        {u"drop"_s, tr("forget a room and all that was said in it"), u"/drop"_s, tr("ROOM")},
    };
}

} // namespace tincan

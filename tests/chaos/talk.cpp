#include "tests/chaos/talk.h"

#include <array>

using namespace Qt::StringLiterals;

namespace tincan::chaos {

void Talk::oneMore(const Natives &natives, const Plains &plains)
{
    const int who = m_dice.upTo(int(natives.size() + plains.size()) - 1);
    const int plain = who - int(natives.size());
    if (plain >= 0 && plains[std::size_t(plain)]->isConnected()) {
        plainSays(*plains[std::size_t(plain)]);
        return;
    }
    NativeMember &member = *natives[std::size_t(who) % natives.size()];
    if (!m_dice.oneIn(10) || !nativeChanges(member)) {
        nativeSays(member);
    }
}

void Talk::plainSays(PlainMember &member)
{
    const int number = m_ledger.nextNumber();
    m_ledger.add({.author = member.name(), .text = Ledger::text(number, words())});
    member.say(number);
}

void Talk::nativeSays(NativeMember &member)
{
    const int number = m_ledger.nextNumber();
    m_ledger.add({.author = member.name(), .text = Ledger::text(number, words())});
    member.say(number);
}

/// Of something near the end of what it has seen. The server refuses some of these, rightly: of what is
/// deleted, or of a reaction that is there.
bool Talk::nativeChanges(NativeMember &member)
{
    const QList<RoomEvent> &seen = member.seen();
    if (seen.isEmpty()) {
        return false;
    }
    const RoomEvent &target =
        seen[seen.size() - 1 - m_dice.upTo(int(std::min<qsizetype>(seen.size() - 1, 30)))];
    if (target.kind != EventKind::Message) {
        return false;
    }
    const int number = m_ledger.nextNumber();
    Saying saying{.author = member.name(), .target = target.seq};
    if (target.from.name != member.name()) {
        static const std::array<QString, 3> emoji{u"👍"_s, u"🎉"_s, u"❤️"_s};
        saying.kind = EventKind::React;
        saying.text = emoji[std::size_t(m_dice.upTo(2))];
    } else if (m_dice.oneIn(2)) {
        saying.kind = EventKind::Delete;
    } else {
        saying.kind = EventKind::Edit;
        saying.text = Ledger::text(number, words());
    }
    m_ledger.add(saying);
    member.say(number);
    return true;
}

QString Talk::words()
{
    static const std::array<QString, 5> some{u"ja"_s, u"你好🙂"_s, u"\"quoted\" and \\ back"_s,
                                             u"two\nlines"_s, u"مرحبا"_s};
    const QString word = some[std::size_t(m_dice.upTo(4))];
    switch (m_dice.upTo(49)) {
    case 0:
        return word + QString(m_dice.between(10'000, 60'000), u'x');
    case 1:
    case 2:
    case 3:
        return word + QString(m_dice.upTo(4'000), u'é');
    default:
        return word + QString(m_dice.upTo(100), u'.');
    }
}

} // namespace tincan::chaos

#pragma once

#include "tests/chaos/dice.h"
#include "tests/chaos/ledger.h"
#include "tests/chaos/nativemember.h"
#include "tests/chaos/plainmember.h"

#include <memory>
#include <vector>

namespace tincan::chaos {

using Natives = std::vector<std::unique_ptr<NativeMember>>;
using Plains = std::vector<std::unique_ptr<PlainMember>>;

/// Who says what: messages of every length and script, and here and there an edit, a deletion or a reaction.
class Talk
{
public:
    /// The ledger must outlive the talk.
    Talk(Ledger &ledger, quint32 seed) : m_ledger(ledger), m_dice(seed) {}

    void oneMore(const Natives &natives, const Plains &plains);

private:
    void plainSays(PlainMember &member);
    void nativeSays(NativeMember &member);
    bool nativeChanges(NativeMember &member);
    QString words();

    Ledger &m_ledger;
    Dice m_dice;
};

} // namespace tincan::chaos

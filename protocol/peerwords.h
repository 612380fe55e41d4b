#pragma once

#include <QCoreApplication>

namespace tincan {

/// The sentences that a server says to people: notices, help and errors of the plain and line dialects, and
/// the sentence that goes with an error's code in the native one. They are in the language of the program
/// that hosts; without a translation in English. What programs read (greeting, codes, "NAME: ", "* ", "! ")
/// is never translated.
struct PeerWords
{
    Q_DECLARE_TR_FUNCTIONS(tincan::PeerWords)
};

} // namespace tincan

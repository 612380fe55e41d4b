#pragma once

#include "server/storefailure.h"

#include <QCoreApplication>

namespace tincan {

/// What is said about a history that cannot be kept.
struct StoreWords
{
    Q_DECLARE_TR_FUNCTIONS(tincan::StoreWords)

public:
    /// One line without a full stop: what is wrong, and what helps.
    static QString explain(const StoreFailure &failure);
};

} // namespace tincan

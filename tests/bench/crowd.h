#pragma once

namespace tincan::bench {

/// A list of so many members: fills it, lets people come and go, filters by name, and prints what each costs.
/// False, and said on standard error, where the list is wrong or was made anew instead of changed.
bool measureCrowd(int members);

} // namespace tincan::bench

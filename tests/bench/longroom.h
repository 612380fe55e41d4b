#pragma once

namespace tincan::bench {

/// A conversation of so many messages of mixed length in the program's own view: opens it, jumps about,
/// scrolls, changes its width and its text size, and prints what each costs. False, and said on standard
/// error, where the view does not show what it should.
bool measureLongRoom(int messages);

} // namespace tincan::bench

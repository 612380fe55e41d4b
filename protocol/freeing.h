#pragma once

namespace tincan {

/// Lets a std::unique_ptr give a C library's thing back with that library's function.
template <auto Free>
struct Freeing
{
    template <typename T>
    void operator()(T *thing) const
    {
        Free(thing);
    }
};

} // namespace tincan

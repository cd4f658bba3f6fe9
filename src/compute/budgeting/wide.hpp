// Whole numbers of 128 bits (an extension of GCC and Clang): votes times money, without a thought for
// overflow.
#pragma once

namespace wijktafel::budgeting {

__extension__ typedef __int128 Wide;
__extension__ typedef unsigned __int128 UnsignedWide;

}  // namespace wijktafel::budgeting

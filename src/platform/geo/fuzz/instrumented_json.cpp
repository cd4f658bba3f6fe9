// Boost.JSON compiled along instead of Debian's library, so that the fuzzer sees its branches and the
// sanitizers its memory.
#include <boost/json/src.hpp>

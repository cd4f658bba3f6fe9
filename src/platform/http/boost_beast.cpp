// The one place where Beast itself is compiled; see BOOST_BEAST_SEPARATE_COMPILATION in src/CMakeLists.txt.
#include <boost/beast/src.hpp>

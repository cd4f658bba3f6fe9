// The one place where Asio itself is compiled; see BOOST_ASIO_SEPARATE_COMPILATION in src/CMakeLists.txt.
#include <boost/asio/impl/src.hpp>

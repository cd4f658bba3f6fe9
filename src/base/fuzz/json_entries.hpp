// Any bytes as a section of an exchange file, for the fuzz programs of its readers.
#pragma once

#include <boost/json/fwd.hpp>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace wijktafel {

// `read` gets the whole and each entry in it; it may refuse with a Failure that says why, and with nothing
// else.
void try_entries(const std::uint8_t* data, std::size_t size,
                 const std::function<void(const boost::json::value&)>& read);

}  // namespace wijktafel

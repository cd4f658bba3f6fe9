// The words of a signal as they go to another system.
#pragma once

#include <string>

#include "capabilities/forwarding/forwarding.hpp"

namespace wijktafel::forwarding {

// Title, text, what could be better, and the address of the page, which stays when the rest must be cut.
std::string description_of(const web::Service& service, const items::Item& item,
                           const signals::Signal& signal, Instant now);
// Where it is, in words, for a system that is given no point: the reporter's words, or the neighbourhood.
std::string place_of(const web::Service& service, const items::Item& item);
std::string address_of(const web::Service& service, const items::Item& item);  // with host
// Of the photos that everyone may see, as the page of the signal shows them.
std::vector<std::string> photo_addresses(const web::Service& service, db::Transaction& tx,
                                         const items::Item& item);

}  // namespace wijktafel::forwarding

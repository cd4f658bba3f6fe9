// Why something about a reaction is not done; in words in web/refusals.cpp.
#pragma once

#include "base/time.hpp"

namespace wijktafel::comments {

struct NoSuchItem {};     // or not one that everyone may see
struct NoSuchComment {};  // or not one that can be read
struct TooManyReplies {};
struct TooManyForAddress {};  // mails with a link wait in the mailbox already
struct TooManyFromNetwork {
  Instant again_at{};
};
struct TooManyFromPerson {
  Instant again_at{};
};
struct NotYours {};
// Somebody else was first: it is shown, hidden or removed already.
struct AlreadyDone {};

struct LinkUnknown {};
struct LinkExpired {};
struct LinkUsed {};

}  // namespace wijktafel::comments

// Somebody reacts on an item, or on a reaction. Who is signed in is known; a visitor confirms an address
// first, and until then the reaction is seen by nobody.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "base/result.hpp"
#include "capabilities/comments/comments.hpp"
#include "capabilities/comments/model.hpp"
#include "capabilities/comments/refusals.hpp"

namespace wijktafel::comments {

struct PlaceComment {
  std::string key = {};  // of an import, so that a reply can name it
  ItemId item{};
  std::optional<CommentId> reply_to = std::nullopt;           // a reaction, or a reply to the same reaction
  std::string text;                                           // tidied, at most text_limit
  std::optional<OrganisationId> organisation = std::nullopt;  // of which the writer is a member
  // Of a visitor; not used for who is signed in.
  std::string name = {};
  std::string mail_address = {};  // valid
  std::string network = {};       // see web::network_of
};

struct Placed {
  CommentId id{};
  State state{};
  // The secret of the mailed link: it exists here and in that mail only. Empty for who is signed in.
  std::string link_token = {};
};

using PlaceRefusal = std::variant<NoSuchItem, NoSuchComment, TooManyReplies, TooManyForAddress,
                                  TooManyFromNetwork, TooManyFromPerson>;
Result<Placed, PlaceRefusal> place_comment(db::Transaction& tx, Instant now, const Actor& actor,
                                           const PlaceComment& form);

}  // namespace wijktafel::comments

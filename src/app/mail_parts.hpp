// What a mail says of things that may be confidential or destroyed by the time it leaves
// (platform/mail/later.hpp).
#pragma once

#include "platform/mail/later.hpp"
#include "platform/web/service.hpp"

namespace wijktafel::app {

// Finds "title" of an item, "waiting_for" of a signal, the sentence, the question and the text of a
// milestone, "walk_point_nl" of a point of an inspection walk. Nothing of what not everyone may see.
// `service` outlives it.
mail::LookUp look_up_for_mail(const web::Service& service);

}  // namespace wijktafel::app

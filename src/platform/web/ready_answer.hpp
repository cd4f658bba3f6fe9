// Answers with a kept page as ready bytes: made when the first visitor gets that form of the page, sent by
// the I/O thread to the next ones.
#pragma once

#include "platform/http/message.hpp"
#include "platform/web/page_cache.hpp"

namespace wijktafel::web {

// The form of the page that this request may have; none when nobody has had it yet.
KeptPage::Ready ready_answer(const KeptPage& page, const http::Request& request);
// `response` is what response_with() gave for this page and request.
void keep_ready_answer(const KeptPage& page, const http::Request& request, http::Response response,
                       bool is_https);

}  // namespace wijktafel::web

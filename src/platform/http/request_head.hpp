// From the bytes of a request's head to a Request, or the status that refuses it. Beast parses; what Beast
// lets through and a proxy in front may read otherwise (request smuggling) is refused here.
#pragma once

#include <boost/beast/http/parser.hpp>
#include <cstdint>
#include <optional>
#include <string>

#include "base/result.hpp"
#include "platform/http/message.hpp"
#include "platform/http/server.hpp"

namespace wijktafel::http {

// A body as a string that grows with what really arrives: a length that is only promised takes no memory.
struct GrowingBody {
  using value_type = std::string;
  class reader {
   public:
    template <bool is_request, class Fields>
    reader(boost::beast::http::header<is_request, Fields>&, value_type& body) : body_(body) {}
    void init(const boost::optional<std::uint64_t>&, boost::system::error_code& error) { error = {}; }
    template <class Buffers>
    std::size_t put(const Buffers& buffers, boost::system::error_code& error) {
      error = {};
      std::size_t taken = 0;
      for (auto at = boost::asio::buffer_sequence_begin(buffers);
           at != boost::asio::buffer_sequence_end(buffers); ++at) {
        const boost::asio::const_buffer part = *at;
        body_.append(static_cast<const char*>(part.data()), part.size());
        taken += part.size();
      }
      return taken;
    }
    void finish(boost::system::error_code& error) { error = {}; }

   private:
    value_type& body_;
  };
};
using Parser = boost::beast::http::request_parser<GrowingBody>;

struct Head {
  bool keep_alive = false;
  bool expects_continue = false;
  bool is_chunked = false;
  std::uint64_t content_length = 0;  // when not chunked
};

struct RefusedHead {
  int status;
};

// `bytes` end with the empty line. Fills `request` (all but body, form, parameters, id), as far as it got on
// a refusal. The parser is ready for the body when the result says there is one.
Result<Head, RefusedHead> read_head(Parser& parser, std::string_view bytes, const ServerOptions& options,
                                    const std::string& peer, Request& request);

}  // namespace wijktafel::http

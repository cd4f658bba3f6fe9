#include "platform/fetch/fetch.hpp"

#include <algorithm>
#include <boost/url.hpp>
#include <curl/curl.h>
#include <memory>

#include "platform/jobs/stopping.hpp"

namespace wijktafel::fetch {
namespace {

constexpr std::size_t address_most = 500;
constexpr long redirects_most = 3;

struct Free {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Handle = std::unique_ptr<CURL, Free>;
using List = std::unique_ptr<curl_slist, Free>;

struct Taken {
  std::string bytes;
  std::size_t most = 0;
  bool is_too_much = false;
};

std::size_t take(const char* bytes, std::size_t size, std::size_t count, void* into) {
  auto& taken = *static_cast<Taken*>(into);
  taken.is_too_much = taken.bytes.size() + size * count > taken.most;
  if (taken.is_too_much) return 0;
  taken.bytes.append(bytes, size * count);
  return size * count;
}

// curl asks about once a second, while it waits too. Anything but 0 ends the transfer.
int is_to_end(void*, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return jobs::is_asked_to_stop() ? 1 : 0;
}

std::string encoded(const http::Pairs& form) {
  std::string body;
  for (const auto& [name, value] : form) {
    if (!body.empty()) body += '&';
    body += http::percent_encoded(name) + "=" + http::percent_encoded(value);
  }
  return body;
}

List headers_of(const Request& request) {
  List list;
  const auto add = [&](const std::string& line) {
    auto* longer = curl_slist_append(list.get(), line.c_str());
    if (longer == nullptr) throw Failure("no memory for a header");
    (void)list.release();
    list.reset(longer);
  };
  add("Expect:");  // no waiting for "100 Continue"
  if (!request.form.empty()) add("Content-Type: application/x-www-form-urlencoded; charset=utf-8");
  for (const auto& [name, value] : request.headers) {
    if ((name + value).find_first_of(std::string_view("\r\n\0", 3)) != std::string::npos)
      throw Failure("a header of a request has a line end in it");
    add(name + ": " + value);
  }
  return list;
}

template <class T>
void set(CURL* handle, CURLoption option, T value) {
  if (curl_easy_setopt(handle, option, value) != CURLE_OK) throw Failure("curl does not take an option");
}

void set_limits(CURL* handle, const Request& request) {
  set(handle, CURLOPT_NOSIGNAL, 1L);
  set(handle, CURLOPT_CONNECTTIMEOUT, 10L);
  set(handle, CURLOPT_TIMEOUT, static_cast<long>(request.patience.count()));
  set(handle, CURLOPT_NOPROGRESS, 0L);
  set(handle, CURLOPT_XFERINFOFUNCTION, &is_to_end);
  set(handle, CURLOPT_PROTOCOLS_STR, "http,https");
  set(handle, CURLOPT_REDIR_PROTOCOLS_STR, request.url.starts_with("https:") ? "https" : "http,https");
  set(handle, CURLOPT_FOLLOWLOCATION, request.form.empty() ? 1L : 0L);
  set(handle, CURLOPT_MAXREDIRS, redirects_most);
  set(handle, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
  set(handle, CURLOPT_ACCEPT_ENCODING, "");
}

}  // namespace

bool is_address(std::string_view text) {
  if (text.size() > address_most) return false;
  const auto url = boost::urls::parse_uri(text);
  return url &&
         (url->scheme_id() == boost::urls::scheme::http || url->scheme_id() == boost::urls::scheme::https) &&
         !url->host().empty() && !url->has_userinfo() && !url->has_fragment();
}

Result<Answer, Unreached> fetch(const Request& request) {
  static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
  const Handle handle(ready == CURLE_OK ? curl_easy_init() : nullptr);
  if (!handle) throw Failure("curl does not start");
  const auto headers = headers_of(request);
  const auto body = encoded(request.form);
  Taken taken{.bytes = {}, .most = request.most_bytes};
  set(handle.get(), CURLOPT_URL, request.url.c_str());
  set(handle.get(), CURLOPT_HTTPHEADER, headers.get());
  set(handle.get(), CURLOPT_USERAGENT, "Wijktafel");
  set(handle.get(), CURLOPT_WRITEFUNCTION, &take);
  set(handle.get(), CURLOPT_WRITEDATA, static_cast<void*>(&taken));
  set_limits(handle.get(), request);
  if (!request.form.empty()) {
    set(handle.get(), CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
    set(handle.get(), CURLOPT_POSTFIELDS, body.c_str());
  }
  const auto code = curl_easy_perform(handle.get());
  if (taken.is_too_much) return std::unexpected(Unreached{"the answer is too large", true});
  if (code != CURLE_OK) {
    long sent = 0;
    curl_easy_getinfo(handle.get(), CURLINFO_REQUEST_SIZE, &sent);
    return std::unexpected(Unreached{curl_easy_strerror(code), sent > 0});
  }
  long status = 0;
  curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
  return Answer{.status = static_cast<int>(status), .body = std::move(taken.bytes)};
}

}  // namespace wijktafel::fetch

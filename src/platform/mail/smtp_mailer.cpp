#include <algorithm>
#include <cstring>
#include <curl/curl.h>

#include "base/result.hpp"
#include "platform/jobs/stopping.hpp"
#include "platform/mail/mailers.hpp"

namespace wijktafel::mail {
namespace {

struct Free {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

std::size_t give_content(char* buffer, std::size_t size, std::size_t count, void* rest_of_mail) {
  auto& rest = *static_cast<std::string_view*>(rest_of_mail);
  const auto bytes = std::min(size * count, rest.size());
  std::memcpy(buffer, rest.data(), bytes);
  rest.remove_prefix(bytes);
  return bytes;
}

// curl asks about once a second, while it waits for the server too. Anything but 0 ends the transfer.
int is_to_end(void*, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return jobs::is_asked_to_stop() ? 1 : 0;
}

long tls_level(SmtpServer::Tls tls) {
  switch (tls) {
    case SmtpServer::Tls::offered: return CURLUSESSL_TRY;
    case SmtpServer::Tls::required: return CURLUSESSL_ALL;
    case SmtpServer::Tls::never: return CURLUSESSL_NONE;
  }
  return CURLUSESSL_ALL;
}

// curl's own words for a code never contain an address; a server's answer may, and is left out.
[[noreturn]] void refuse(CURL* handle, CURLcode code) {
  long answer = 0;
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &answer);
  throw Failure("the mail server did not take the message: " + std::string(curl_easy_strerror(code)) +
                (answer > 0 ? " (" + std::to_string(answer) + ")" : ""));
}

}  // namespace

SmtpMailer::SmtpMailer(SmtpServer server, Sender sender)
    : server_(std::move(server)), sender_(std::move(sender)) {
  static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (ready != CURLE_OK) throw Failure("curl does not start");
}

void SmtpMailer::send(const Message& message) {
  const auto content = composed(message, sender_.address, sender_.name);
  std::string_view rest = content;
  const std::unique_ptr<CURL, Free> handle(curl_easy_init());
  if (!handle) throw Failure("curl does not start");
  const std::unique_ptr<curl_slist, Free> to(curl_slist_append(nullptr, message.to_address.c_str()));
  // What stands after the host is the name by which we greet.
  const auto url = server_.url + "/" + sender_.address.substr(sender_.address.rfind('@') + 1);
  const auto set = [&](CURLoption option, auto value) {
    if (const auto code = curl_easy_setopt(handle.get(), option, value); code != CURLE_OK)
      refuse(handle.get(), code);
  };
  set(CURLOPT_URL, url.c_str());
  set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  set(CURLOPT_USE_SSL, tls_level(server_.tls));
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_CONNECTTIMEOUT, 10L);
  set(CURLOPT_TIMEOUT, 60L);
  set(CURLOPT_NOPROGRESS, 0L);
  set(CURLOPT_XFERINFOFUNCTION, &is_to_end);
  if (!server_.user.empty()) {
    set(CURLOPT_USERNAME, server_.user.c_str());
    set(CURLOPT_PASSWORD, server_.password.c_str());
  }
  set(CURLOPT_MAIL_FROM, sender_.address.c_str());
  set(CURLOPT_MAIL_RCPT, to.get());
  set(CURLOPT_UPLOAD, 1L);
  set(CURLOPT_READFUNCTION, &give_content);
  set(CURLOPT_READDATA, static_cast<void*>(&rest));
  if (const auto code = curl_easy_perform(handle.get()); code != CURLE_OK) refuse(handle.get(), code);
}

}  // namespace wijktafel::mail

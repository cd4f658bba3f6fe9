#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>

#include "base/result.hpp"
#include "platform/mail/mailers.hpp"

namespace wijktafel::mail {
namespace {

constexpr std::string_view file_scheme = "file:";

bool is_this_machine(std::string_view host) {
  return host == "localhost" || host == "127.0.0.1" || host == "[::1]" || host == "::1";
}

SmtpServer::Tls tls_named(const std::string& name) {
  if (name == "required") return SmtpServer::Tls::required;
  if (name == "never") return SmtpServer::Tls::never;
  if (name == "offered") return SmtpServer::Tls::offered;
  throw Failure("the mail server's tls is offered, required or never");
}

// No part of the address is in a failure: it may hold a password.
std::unique_ptr<Mailer> open_smtp(const std::string& address, Sender sender) {
  const auto parsed = boost::urls::parse_uri(address);
  if (!parsed || (parsed->scheme() != "smtp" && parsed->scheme() != "smtps") || parsed->host().empty())
    throw Failure("the mail server is given as file:DIR or smtp://[user:password@]host:port");
  const boost::urls::url_view& url = *parsed;
  SmtpServer server;
  server.url = std::string(url.scheme()) + "://" + std::string(url.encoded_host_and_port());
  server.user = url.user();
  server.password = url.password();
  // A password is not sent in the clear to another machine.
  if (!server.user.empty() && !is_this_machine(url.host())) server.tls = SmtpServer::Tls::required;
  for (const auto& parameter : url.params()) {
    if (parameter.key == "from")
      sender.address = parameter.value;
    else if (parameter.key == "tls")
      server.tls = tls_named(parameter.value);
    else
      throw Failure("the mail server knows from=address and tls=required, and no other setting");
  }
  if (!is_address(sender.address)) throw Failure("the address that mail is sent from cannot be used");
  return std::make_unique<SmtpMailer>(std::move(server), std::move(sender));
}

}  // namespace

std::unique_ptr<Mailer> open_mailer(const std::string& address, const std::string& from_address,
                                    const std::string& from_name) {
  Sender sender{from_address, from_name};
  if (!address.starts_with(file_scheme)) return open_smtp(address, std::move(sender));
  if (!is_address(sender.address)) throw Failure("the address that mail is sent from cannot be used");
  const auto folder = address.substr(file_scheme.size());
  if (folder.empty()) throw Failure("file: wants a folder");
  return std::make_unique<FileMailer>(folder, std::move(sender));
}

}  // namespace wijktafel::mail

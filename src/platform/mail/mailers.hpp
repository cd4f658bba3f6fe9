// The two mailers behind open_mailer.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "platform/mail/mail.hpp"

namespace wijktafel::mail {

struct Sender {
  std::string address;
  std::string name;
};

// Writes each message to its own .eml file, named by date and message id, whole or not at all. A second try
// of a message writes the same file again.
class FileMailer final : public Mailer {
 public:
  FileMailer(std::filesystem::path folder, Sender sender);
  void send(const Message& message) override;

 private:
  std::filesystem::path folder_;
  Sender sender_;
};

struct SmtpServer {
  enum class Tls { offered, required, never };
  std::string url;  // "smtp://host:port", without user and query
  std::string user;
  std::string password;
  Tls tls = Tls::offered;
};

// One connection per message. Gives up after 10 seconds without a connection, and 60 in all; within a
// second or two when the job runner stops.
class SmtpMailer final : public Mailer {
 public:
  SmtpMailer(SmtpServer server, Sender sender);
  void send(const Message& message) override;

 private:
  SmtpServer server_;
  Sender sender_;
};

}  // namespace wijktafel::mail

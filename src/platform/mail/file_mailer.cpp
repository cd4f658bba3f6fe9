#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

#include "base/digest.hpp"
#include "base/result.hpp"
#include "platform/mail/encoding.hpp"
#include "platform/mail/mailers.hpp"

namespace wijktafel::mail {
namespace {

[[noreturn]] void fail(const char* what) {
  throw Failure("the mail could not be written: " + std::string(what) + ": " + std::strerror(errno));
}

// For the owner alone: a mail has an address in it.
void write_to_disk(const std::filesystem::path& path, std::string_view content) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (file < 0) fail("open");
  while (!content.empty()) {
    const auto written = ::write(file, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) {
      ::close(file);
      fail("write");
    }
    content.remove_prefix(static_cast<std::size_t>(written));
  }
  const bool on_disk = ::fsync(file) == 0;
  if (::close(file) != 0 || !on_disk) fail("fsync");
}

// "20261203T183000Z_signal-12-answered": sorted by name is sorted by time.
std::string file_name(const Message& message) {
  std::string time;
  for (const char c : iso_instant(message.date))
    if (c != '-' && c != ':') time += c;
  auto id = plain_id(message.message_id);
  if (id.size() > 120) id = hex(sha256(message.message_id));
  return time + "_" + id;
}

}  // namespace

FileMailer::FileMailer(std::filesystem::path folder, Sender sender)
    : folder_(std::move(folder)), sender_(std::move(sender)) {
  std::error_code error;
  std::filesystem::create_directories(folder_, error);
  if (error) throw Failure("the folder for mail could not be made: " + error.message());
}

void FileMailer::send(const Message& message) {
  const auto content = composed(message, sender_.address, sender_.name);
  const auto name = file_name(message);
  // Two threads may send the same message at the same time: each writes a file of its own before the name is
  // given.
  const auto unfinished = folder_ / ("." + name + "." + random_token(6) + ".part");
  try {
    write_to_disk(unfinished, content);
    if (::rename(unfinished.c_str(), (folder_ / (name + ".eml")).c_str()) != 0) fail("rename");
  } catch (const Failure&) {
    ::unlink(unfinished.c_str());
    throw;
  }
}

}  // namespace wijktafel::mail

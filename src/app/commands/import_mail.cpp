// wijktafel import mail: mails that were saved as files, the same road as mail that comes in.
#include <algorithm>
#include <boost/json.hpp>
#include <cstdio>
#include <filesystem>
#include <fmt/format.h>

#include "app/commands.hpp"
#include "app/municipality.hpp"
#include "capabilities/mail_in/mail_in.hpp"
#include "platform/files/read_file.hpp"
#include "platform/mail/received.hpp"

namespace wijktafel::app {
namespace {

namespace fs = std::filesystem;

struct Taken {
  std::string file;
  std::string outcome;
  bool is_left_out() const { return outcome == "unreadable" || outcome.starts_with("held"); }
};

constexpr std::pair<std::string_view, std::string_view> reasons[] = {
    {"signal", "became a signal"},
    {"reply", "became news of a signal"},
    {"known", "was taken in before"},
    {"worry", "seems to be about a person: not kept, the sender is told whom to call"},
    {"held_robot", "left out: a program sent it"},
    {"held_spam", "left out: marked as spam"},
    {"held_no_area", "left out: names no neighbourhood (signalen+neighbourhood@...)"},
    {"held_many", "left out: the twenty-first of one sender today"},
    {"held_reply", "left out: an answer with a key that is not ours"},
    {"held_refused", "left out: nothing in it that can be a signal"},
    {"unreadable", "left out: no mail, or too large"}};

std::string_view reason_of(const Taken& taken) {
  const auto* found =
      std::ranges::find(reasons, taken.outcome, &std::pair<std::string_view, std::string_view>::first);
  return found == std::end(reasons) ? std::string_view(taken.outcome) : found->second;
}

void add_files(const fs::path& folder, std::vector<std::string>& files) {
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.is_regular_file() && !entry.is_symlink()) files.push_back(entry.path().string());
}

// Of each folder its files in order of name, those of a Maildir too.
std::vector<std::string> files_of(const std::vector<std::string>& paths) {
  std::vector<std::string> files;
  for (const auto& path : paths) {
    if (!fs::is_directory(path)) {
      files.push_back(path);
      continue;
    }
    const auto first = static_cast<std::ptrdiff_t>(files.size());
    for (const auto& folder : {fs::path(path), fs::path(path) / "cur", fs::path(path) / "new"})
      if (fs::is_directory(folder)) add_files(folder, files);
    std::sort(files.begin() + first, files.end());
  }
  return files;
}

void print_as_json(const std::vector<Taken>& all) {
  boost::json::array mails;
  for (const auto& taken : all) mails.push_back({{"file", taken.file}, {"outcome", taken.outcome}});
  const auto left_out = std::ranges::count_if(all, &Taken::is_left_out);
  fmt::print("{}\n", boost::json::serialize(boost::json::object{
                         {"taken", std::ssize(all) - left_out}, {"left_out", left_out}, {"mails", mails}}));
}

std::string take_in(const web::Service& service, const std::string& file) {
  std::error_code error;
  const auto size = fs::file_size(file, error);
  // What is too large to be a mail is not read into memory to find that out.
  if (!error && size > mail::received_bytes_most) return "unreadable";
  const auto bytes = files::read_file(file);
  if (!bytes) throw Failure(fmt::format("cannot read {}", file));
  return mail_in::import_message(service, *bytes);
}

}  // namespace

int run(const ImportMailCommand& command) {
  if (command.storage.databases.size() != 1) throw Failure("give one --database");
  const auto files = files_of(command.paths);
  const Program program;
  Municipality municipality(program, {.database = command.storage.databases.front(),
                                      .files = files_for(command.storage, 0),
                                      .mail = command.storage.mail,
                                      .base_url = command.storage.base_url});
  if (!municipality.has_areas())
    throw Failure("import the areas of the municipality first (wijktafel import)");
  std::vector<Taken> all;
  for (const auto& file : files) {
    all.push_back({file, take_in(municipality.service(), file)});
    if (!command.json) fmt::print("{}: {}\n", file, reason_of(all.back()));
  }
  if (command.json) print_as_json(all);
  return std::ranges::none_of(all, &Taken::is_left_out) ? 0 : 1;
}

}  // namespace wijktafel::app

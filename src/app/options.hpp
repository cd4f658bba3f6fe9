// The command line, the environment (WIJKTAFEL_*) and a TOML file, read into plain structs. CLI11 stays in
// options.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "app/computations.hpp"

namespace wijktafel::app {

struct Storage {
  std::vector<std::string> databases;               // one per municipality
  std::vector<std::string> files = {"data/files"};  // one folder per municipality, in the same order
  std::string mail = "file:data/mail";
  // Where these two were read from, when not from the command line: they may hold a password.
  std::string database_file;
  std::string mail_file;
  std::string mail_from = "wijktafel@localhost";
  std::string base_url;  // empty: made from the address that is listened on
};

struct ServeCommand {
  Storage storage;
  std::string host = "127.0.0.1";
  std::uint16_t port = 8080;
  int workers = 4;
  bool trust_proxy = false;
  int drain_seconds = 0;             // between saying "not ready" and closing the door
  std::string source_folder;         // development: templates from disk
  std::string security_contact;      // for /.well-known/security.txt; empty: no such file
  std::string secrets;               // folder with a file for each password or key
  std::vector<std::string> mail_in;  // a Maildir per municipality, in the order of the databases
  std::string demo_at;  // where the clock of a demo starts, RFC 3339; empty: where its history stopped
};
struct DemoCommand {
  Storage storage;
  bool json = false;
};
struct MigrateCommand {
  Storage storage;
  bool json = false;
};
struct ImportCommand {
  Storage storage;
  std::string file;
  bool json = false;
};
struct ImportGeoreportCommand {
  Storage storage;
  std::string file;
  std::string area;    // slug or key: for what has no place, or one outside the municipality
  std::string themes;  // file: service code or name to theme
  bool json = false;
};
struct ImportMailCommand {
  Storage storage;
  std::vector<std::string> paths;  // files, or folders with files
  bool json = false;
};
struct VerifyCommand {
  Storage storage;
  bool photos = false;  // read every photo too
  bool json = false;
};
struct BackupCommand {
  Storage storage;
  std::string to;
  bool json = false;
};
struct RestoreCommand {
  Storage storage;
  std::string from;
  std::string erasures;  // empty: the list that lies in the folder for files
  bool erasures_lost = false;
  bool send_waiting_mail = false;
  bool json = false;
};
struct UserCommand {
  Storage storage;
  std::string name;
  std::string mail_address;
};

using Command =
    std::variant<ServeCommand, DemoCommand, MigrateCommand, ImportCommand, ImportGeoreportCommand,
                 ImportMailCommand, VerifyCommand, BackupCommand, RestoreCommand, UserCommand, Computation>;

// The folder for files of the database at this place. Files are named after their content: two municipalities
// in one folder would take each other's away. Throws Failure when there are not as many folders as databases.
const std::string& files_for(const Storage& storage, std::size_t place);

// The command, or the exit status when there is nothing more to do (0 after --help, 2 after wrong usage; both
// printed).
std::variant<Command, int> read_command_line(int count, const char* const* arguments);

}  // namespace wijktafel::app

// What each subcommand does. Exit status: 0 done, 1 refused.
#pragma once

#include "app/options.hpp"

namespace wijktafel::app {

int run(const ServeCommand& command);
int run(const DemoCommand& command);
int run(const MigrateCommand& command);
int run(const ImportCommand& command);
int run(const ImportGeoreportCommand& command);
int run(const ImportMailCommand& command);
int run(const VerifyCommand& command);
int run(const BackupCommand& command);
int run(const RestoreCommand& command);
int run(const UserCommand& command);
int run(const Computation& computation);

}  // namespace wijktafel::app

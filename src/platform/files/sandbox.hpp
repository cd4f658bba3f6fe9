// What a process gives up before it touches bytes of strangers. Nothing can be taken back: not by the
// process, not by what takes it over. Linux only, with libseccomp.
#pragma once

#include <cstddef>

namespace wijktafel::files {

struct SandboxLimits {
  std::size_t memory_bytes =
      std::size_t{2} * 1024 * 1024 * 1024;  // of addresses, libraries and stacks included
  unsigned cpu_seconds = 120;               // for the whole life of the process
};

// Under AddressSanitizer there is no sandbox: its shadow memory needs terabytes of addresses, and it opens
// files.
#ifdef __SANITIZE_ADDRESS__
inline constexpr bool sandbox_is_possible = false;
#else
inline constexpr bool sandbox_is_possible = true;
#endif

// When root: becomes `wijktafel-photo` if the machine has that user, else `nobody`. A container that took
// away the right to change users leaves the process as it is.
void leave_root();

// Afterwards the process, in all its threads, may read and write standard input (a socket), use memory, make
// threads and end. Anything else, such as opening a file, a socket or a program, kills it. Throws Failure
// when the kernel does not do this: then no photo must be read.
void enter_sandbox(const SandboxLimits& limits);

}  // namespace wijktafel::files

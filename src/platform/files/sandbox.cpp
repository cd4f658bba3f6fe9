#include "platform/files/sandbox.hpp"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <grp.h>
#include <initializer_list>
#include <memory>
#include <pwd.h>
#include <sched.h>
#include <seccomp.h>
#include <string>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/result.hpp"

namespace wijktafel::files {
namespace {

[[noreturn]] void failed(const char* what, int error) {
  throw Failure(std::string("sandbox: ") + what + ": " + std::strerror(error));
}

void must(int result, const char* what) {
  if (result != 0) failed(what, errno);
}

void limit(__rlimit_resource what, rlim_t most) {
  const rlimit value{.rlim_cur = most, .rlim_max = most};
  must(::setrlimit(what, &value), "cannot set a limit");
}

class Filter {
 public:
  Filter() : context_(seccomp_init(SCMP_ACT_KILL_PROCESS), seccomp_release) {
    if (!context_) failed("libseccomp does not start", ENOMEM);
    // Threads that a library made already are closed in too.
    checked(seccomp_attr_set(context_.get(), SCMP_FLTATR_CTL_TSYNC, 1));
  }

  void allow(std::initializer_list<int> calls) {
    for (const int call : calls) checked(seccomp_rule_add(context_.get(), SCMP_ACT_ALLOW, call, 0));
  }
  void allow_if(int call, scmp_arg_cmp condition) {
    checked(seccomp_rule_add(context_.get(), SCMP_ACT_ALLOW, call, 1, condition));
  }
  void refuse(int call, int error) {
    checked(seccomp_rule_add(context_.get(), SCMP_ACT_ERRNO(static_cast<unsigned>(error)), call, 0));
  }
  void load() { checked(seccomp_load(context_.get())); }

 private:
  static void checked(int result) {
    if (result != 0) failed("the kernel takes no filter of system calls", -result);
  }
  std::unique_ptr<void, decltype(&seccomp_release)> context_;
};

void close_system_calls() {
  Filter filter;
  // Only the socket, which is standard input; see photo_worker.cpp.
  for (const int call : {SCMP_SYS(read), SCMP_SYS(write)})
    filter.allow_if(call, SCMP_A0(SCMP_CMP_EQ, STDIN_FILENO));
  // Memory, but none that can be run.
  filter.allow({SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(brk)});
  for (const int call : {SCMP_SYS(mmap), SCMP_SYS(mprotect)})
    filter.allow_if(call, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
  // Threads, which libvips makes; no processes. clone3 hides its flags, so glibc is sent back to clone.
  filter.allow_if(SCMP_SYS(clone), SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD));
  filter.refuse(SCMP_SYS(clone3), ENOSYS);
  filter.allow_if(SCMP_SYS(prctl), SCMP_A0(SCMP_CMP_EQ, PR_SET_NAME));
  filter.allow({SCMP_SYS(futex), SCMP_SYS(set_robust_list), SCMP_SYS(rseq), SCMP_SYS(sched_yield),
                SCMP_SYS(sched_getaffinity), SCMP_SYS(gettid), SCMP_SYS(getpid), SCMP_SYS(sysinfo),
                SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn), SCMP_SYS(sigaltstack),
                SCMP_SYS(restart_syscall)});
  filter.allow({SCMP_SYS(clock_gettime), SCMP_SYS(clock_nanosleep), SCMP_SYS(nanosleep), SCMP_SYS(getrandom),
                SCMP_SYS(exit), SCMP_SYS(exit_group)});
  filter.load();
}

}  // namespace

void leave_root() {
  if (::geteuid() != 0) return;
  const passwd* user = ::getpwnam("wijktafel-photo");
  if (user == nullptr) user = ::getpwnam("nobody");
  if (user == nullptr) failed("there is no user nobody to become", ENOENT);
  const auto uid = user->pw_uid;
  const auto gid = user->pw_gid;
  if (::setgroups(0, nullptr) != 0 || ::setresgid(gid, gid, gid) != 0 || ::setresuid(uid, uid, uid) != 0) {
    if (errno != EPERM) failed("cannot become another user", errno);
  }
}

void enter_sandbox(const SandboxLimits& limits) {
  // Readable by no other process of the same user, and no image of it on disk after a crash.
  must(::prctl(PR_SET_DUMPABLE, 0), "cannot be made unreadable");
  must(::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "cannot give up new rights");
  limit(RLIMIT_AS, limits.memory_bytes);
  limit(RLIMIT_CPU, limits.cpu_seconds);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_NOFILE, 3);
  close_system_calls();
}

}  // namespace wijktafel::files

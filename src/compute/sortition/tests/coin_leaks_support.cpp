// CoinUtils 2.11 forgets a few arrays when its presolve ends early (implied_free_action, presolve_dupmajor):
// kilobytes in a program that draws and ends. Everything of ours stays under the leak sanitizer.
#if defined(__SANITIZE_ADDRESS__)
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() { return "leak:libCoinUtils\n"; }
#endif

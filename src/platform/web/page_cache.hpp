// Pages for visitors, kept in memory: at most 32 MB, the least recently used goes first. A page is fresh as
// long as the version of its area is the one it was made from and the moment has not come at which time alone
// changes it.
//
// One render at a time per page; whoever asks meanwhile waits for it. When writes follow each other fast, a
// page is rendered four times a second at most (after a rest: four times at once) and others get the last
// one, so that a storm of writes costs no more than that, while a single write is seen at once by who made
// it.
#pragma once

#include <array>
#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/time.hpp"
#include "platform/http/message.hpp"
#include "platform/http/prepared.hpp"
#include "platform/web/compress.hpp"

namespace wijktafel::web {

// Where a page came from, for the log and the metrics.
struct PageOrigin {
  std::size_t route = 0;
  std::string shown_path = {};  // as the log may show it
};

// A response that may be sent many times. Immutable but for its compressed and its ready forms, which are
// made once, when first asked for. Thread-safe.
class KeptPage {
 public:
  explicit KeptPage(http::Response response, PageOrigin origin = {});  // the body is moved out of it
  const PageOrigin& origin() const { return origin_; }
  const http::Pairs& headers() const { return headers_; }
  const std::string& etag() const { return etag_; }  // weak: the same for every encoding
  std::shared_ptr<const std::string> content(Encoding encoding) const;
  std::size_t bytes() const;  // with room for the compressed forms

  // The bytes of an answer with this page, once somebody has had that answer.
  using Ready = std::shared_ptr<const http::Prepared>;
  Ready ready(Encoding encoding) const { return ready_[static_cast<std::size_t>(encoding)].load(); }
  Ready ready_not_modified() const { return ready_.back().load(); }
  void keep_ready(Encoding encoding, Ready answer) const;
  void keep_ready_not_modified(Ready answer) const { ready_.back().store(std::move(answer)); }

 private:
  PageOrigin origin_;
  http::Pairs headers_;
  std::shared_ptr<const std::string> body_;
  std::string etag_;
  mutable std::once_flag gzip_once_, brotli_once_;
  mutable std::shared_ptr<const std::string> gzip_, brotli_;
  mutable std::array<std::atomic<Ready>, 4> ready_;  // by Encoding, then "not modified"
};

// What a handler made, and what it said about it.
struct Rendered {
  http::Response response;
  bool may_be_kept = false;
  std::string area;  // whose version makes the page stale; empty: the one that was asked for
  Instant valid_until;
  PageOrigin origin = {};
};

class PageCache {
 public:
  using Versions = std::function<std::uint64_t(std::string_view area)>;
  using Render = std::function<Rendered()>;
  // Seconds since any moment, for tests; steady.
  using Ticks = std::function<double()>;

  explicit PageCache(Versions versions, std::size_t bytes = 32 * 1024 * 1024, Ticks ticks = {});

  struct Answer {
    std::shared_ptr<const KeptPage> page;  // none: this page is not kept, see `response`
    http::Response response;
  };
  // What `render` throws is thrown here; others that wait then render for themselves.
  Answer find_or_render(const std::string& key, const std::string& area, Instant now, const Render& render);
  // The page when find_or_render would give it without a render: fresh, or stale while no render is allowed.
  // Never waits; does not count.
  std::shared_ptr<const KeptPage> find_ready(const std::string& key, Instant now);
  void count_hit() { ++hits_of_ready_; }

  struct Counts {
    std::uint64_t hits = 0;    // sent without rendering
    std::uint64_t misses = 0;  // rendered
    std::size_t bytes = 0;
    std::size_t pages = 0;
  };
  Counts counts() const;

 private:
  struct Entry {
    std::string key;
    std::shared_ptr<const KeptPage> page;
    std::string area;
    std::uint64_t version = 0;
    bool is_versioned = true;  // false: rendered before it was known whose version counts
    Instant valid_until;
    double allowance = 0;  // renders that may follow at once
    double counted_at = 0;
  };
  using Entries = std::list<Entry>;

  bool is_fresh(const Entry& entry, Instant now) const;
  static double allowance_at(const Entry& entry, double seconds);
  bool take_allowance(Entry& entry) const;
  Answer render_and_keep(const std::string& key, const std::string& area, const Render& render);
  void keep(Entry entry);
  Entry* find(const std::string& key);

  Versions versions_;
  std::size_t most_bytes_;
  Ticks ticks_;
  mutable std::mutex mutex_;
  std::condition_variable rendered_;
  std::set<std::string, std::less<>> rendering_;
  Entries entries_;  // most recently used in front
  std::unordered_map<std::string, Entries::iterator> by_key_;
  Counts counts_;
  std::atomic<std::uint64_t> hits_of_ready_ = 0;
};

}  // namespace wijktafel::web

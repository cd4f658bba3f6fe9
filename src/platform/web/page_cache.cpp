#include "platform/web/page_cache.hpp"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>

#include "base/digest.hpp"

namespace wijktafel::web {
namespace {

constexpr double renders_per_second = 4;
constexpr double most_at_once = 4;

double steady_seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

}  // namespace

KeptPage::KeptPage(http::Response response, PageOrigin origin)
    : origin_(std::move(origin)),
      headers_(std::move(response.headers)),
      body_(response.shared_body ? response.shared_body
                                 : std::make_shared<const std::string>(std::move(response.body))),
      etag_(fmt::format("W/\"{}\"", hex(sha256(*body_)).substr(0, 20))) {}

std::shared_ptr<const std::string> KeptPage::content(Encoding encoding) const {
  const auto make = [&] {
    return std::make_shared<const std::string>(compressed(*body_, encoding, Effort::thorough));
  };
  if (encoding == Encoding::gzip) {
    std::call_once(gzip_once_, [&] { gzip_ = make(); });
    return gzip_;
  }
  if (encoding == Encoding::brotli) {
    std::call_once(brotli_once_, [&] { brotli_ = make(); });
    return brotli_;
  }
  return body_;
}

void KeptPage::keep_ready(Encoding encoding, Ready answer) const {
  ready_[static_cast<std::size_t>(encoding)].store(std::move(answer));
}

std::size_t KeptPage::bytes() const { return body_->size() * 3 / 2 + 1024; }

PageCache::PageCache(Versions versions, std::size_t bytes, Ticks ticks)
    : versions_(std::move(versions)), most_bytes_(bytes), ticks_(ticks ? std::move(ticks) : steady_seconds) {}

PageCache::Answer PageCache::find_or_render(const std::string& key, const std::string& area, Instant now,
                                            const Render& render) {
  std::unique_lock lock(mutex_);
  bool waited = false;
  std::string known_area = area;
  while (true) {
    Entry* entry = find(key);
    if (entry) {
      known_area = entry->area;
      if (is_fresh(*entry, now)) {
        ++counts_.hits;
        return {entry->page, {}};
      }
    } else if (waited) {
      // It was rendered and is not kept: no reason to wait for each other.
      ++counts_.misses;
      lock.unlock();
      return {nullptr, render().response};
    }
    if (rendering_.contains(key)) {
      rendered_.wait(lock);
      waited = true;
      continue;
    }
    if (entry && !take_allowance(*entry)) {
      ++counts_.hits;
      return {entry->page, {}};
    }
    break;
  }
  rendering_.insert(key);
  ++counts_.misses;
  lock.unlock();
  return render_and_keep(key, known_area, render);
}

std::shared_ptr<const KeptPage> PageCache::find_ready(const std::string& key, Instant now) {
  const std::scoped_lock lock(mutex_);
  const Entry* entry = find(key);
  if (!entry) return nullptr;
  if (is_fresh(*entry, now)) return entry->page;
  // Nobody may render it just now, so a worker would give the last one too.
  const bool is_the_last_one = !rendering_.contains(key) && allowance_at(*entry, ticks_()) < 1;
  return is_the_last_one ? entry->page : nullptr;
}

PageCache::Answer PageCache::render_and_keep(const std::string& key, const std::string& area,
                                             const Render& render) {
  // Whatever happens, nobody goes on waiting for this render.
  struct Ended {
    PageCache& cache;
    const std::string& key;
    ~Ended() {
      const std::scoped_lock lock(cache.mutex_);
      cache.rendering_.erase(key);
      cache.rendered_.notify_all();
    }
  } ended{*this, key};

  const auto version =
      versions_(area);  // before the render reads: a write in between makes the page stale, not wrong
  auto rendered = render();
  if (!rendered.may_be_kept) {
    const std::scoped_lock lock(mutex_);
    if (const auto at = by_key_.find(key); at != by_key_.end()) {
      counts_.bytes -= at->second->page->bytes();
      entries_.erase(at->second);
      by_key_.erase(at);
    }
    return {nullptr, std::move(rendered.response)};
  }
  const bool is_versioned = rendered.area.empty() || rendered.area == area;
  auto page = std::make_shared<const KeptPage>(std::move(rendered.response), std::move(rendered.origin));
  const std::scoped_lock lock(mutex_);
  keep({key, page, is_versioned ? area : rendered.area, version, is_versioned, rendered.valid_until,
        most_at_once - 1, ticks_()});
  return {std::move(page), {}};
}

bool PageCache::is_fresh(const Entry& entry, Instant now) const {
  return entry.is_versioned && now < entry.valid_until && versions_(entry.area) == entry.version;
}

double PageCache::allowance_at(const Entry& entry, double seconds) {
  return std::min(most_at_once, entry.allowance + (seconds - entry.counted_at) * renders_per_second);
}

bool PageCache::take_allowance(Entry& entry) const {
  const double now = ticks_();
  entry.allowance = allowance_at(entry, now);
  entry.counted_at = now;
  if (entry.allowance < 1) return false;
  entry.allowance -= 1;
  return true;
}

PageCache::Entry* PageCache::find(const std::string& key) {
  const auto at = by_key_.find(key);
  if (at == by_key_.end()) return nullptr;
  entries_.splice(entries_.begin(), entries_, at->second);
  return &*at->second;
}

void PageCache::keep(Entry entry) {
  if (auto* before = find(entry.key)) {
    entry.allowance = before->allowance;
    entry.counted_at = before->counted_at;
    counts_.bytes -= before->page->bytes();
    counts_.bytes += entry.page->bytes();
    *before = std::move(entry);
  } else {
    counts_.bytes += entry.page->bytes();
    entries_.push_front(std::move(entry));
    by_key_[entries_.front().key] = entries_.begin();
  }
  while (counts_.bytes > most_bytes_ && !entries_.empty()) {
    counts_.bytes -= entries_.back().page->bytes();
    by_key_.erase(entries_.back().key);
    entries_.pop_back();
  }
}

PageCache::Counts PageCache::counts() const {
  const std::scoped_lock lock(mutex_);
  auto counts = counts_;
  counts.hits += hits_of_ready_;
  counts.pages = entries_.size();
  return counts;
}

}  // namespace wijktafel::web

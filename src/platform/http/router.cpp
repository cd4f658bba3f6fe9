#include "platform/http/router.hpp"

#include <algorithm>
#include <map>
#include <span>

#include "base/result.hpp"
#include "base/text.hpp"

namespace wijktafel::http {
namespace {

std::vector<std::string_view> segments_of(std::string_view path) {
  if (path.starts_with('/')) path.remove_prefix(1);
  if (path.empty()) return {};
  return split(path, '/');
}

bool is_name(std::string_view segment) { return segment.starts_with('{') && segment.ends_with('}'); }

struct End {
  Method method;
  std::size_t route;
  std::vector<std::string> names;  // of the parameters, in order; routes on one node may differ in them
};

}  // namespace

struct Router::Node {
  std::map<std::string, std::unique_ptr<Node>, std::less<>> fixed;
  std::unique_ptr<Node> named;
  std::vector<End> ends;

  const End* find_end(Method method) const {
    const auto at = std::ranges::find(ends, method, &End::method);
    return at == ends.end() ? nullptr : &*at;
  }

  // Visits every node that this path leads to, fixed segments first, until `visit` says true. `values` are
  // those of the names on the way. The work is bounded by the size of the tree, not by the path.
  template <class Visit>
  bool walk(std::span<const std::string_view> segments, std::vector<std::string_view>& values,
            const Visit& visit) const {
    if (segments.empty()) return visit(*this, values);
    const auto rest = segments.subspan(1);
    if (const auto at = fixed.find(segments.front());
        at != fixed.end() && at->second->walk(rest, values, visit))
      return true;
    if (!named || segments.front().empty()) return false;
    values.push_back(segments.front());
    if (named->walk(rest, values, visit)) return true;
    values.pop_back();
    return false;
  }
};

Router::Router() : root_(std::make_unique<Node>()) {}
Router::~Router() = default;

void Router::add(Method method, std::string_view pattern, std::size_t route) {
  WIJKTAFEL_ASSERT(pattern.starts_with('/'), "a pattern begins with a slash");
  Node* node = root_.get();
  std::vector<std::string> names;
  for (const auto segment : segments_of(pattern)) {
    WIJKTAFEL_ASSERT(!segment.empty(), "a pattern has no empty segment");
    auto& next = is_name(segment) ? node->named : node->fixed[std::string(segment)];
    if (is_name(segment)) names.emplace_back(segment.substr(1, segment.size() - 2));
    if (!next) next = std::make_unique<Node>();
    node = next.get();
  }
  WIJKTAFEL_ASSERT(node->find_end(method) == nullptr, "two routes have the same method and pattern");
  node->ends.push_back({method, route, std::move(names)});
}

std::optional<Match> Router::find(Method method, std::string_view path) const {
  const auto segments = segments_of(path);
  std::vector<std::string_view> values;
  std::optional<Match> match;
  const auto take = [&](const Node& node, const std::vector<std::string_view>& found) {
    const End* end = node.find_end(method);
    if (!end && method == Method::head) end = node.find_end(Method::get);
    if (!end) return false;
    match.emplace();
    match->route = end->route;
    for (std::size_t i = 0; i < found.size(); ++i) match->parameters.emplace_back(end->names[i], found[i]);
    return true;
  };
  root_->walk(segments, values, take);
  return match;
}

std::vector<Method> Router::methods(std::string_view path) const {
  const auto segments = segments_of(path);
  std::vector<std::string_view> values;
  std::vector<Method> found;
  const auto note = [&](const Node& node, const std::vector<std::string_view>&) {
    for (const auto& end : node.ends)
      if (std::ranges::find(found, end.method) == found.end()) found.push_back(end.method);
    return false;
  };
  root_->walk(segments, values, note);
  return found;
}

}  // namespace wijktafel::http

#include "app/opinion/opinion_json.hpp"

#include <boost/json.hpp>
#include <cmath>

#include "app/opinion/map.hpp"

namespace wijktafel::app {
namespace {

namespace json = boost::json;

double rounded(double number) {
  const double result = std::round(number * 1e9) / 1e9;
  return result == 0 ? 0 : result;  // no -0
}

std::string_view name_of(opinion::Verdict verdict) {
  switch (verdict) {
    case opinion::Verdict::groups: return "groups";
    case opinion::Verdict::too_few: return "too_few";
    case opinion::Verdict::one_group: return "one_group";
    case opinion::Verdict::not_separate: return "not_separate";
    case opinion::Verdict::not_stable: break;
  }
  return "not_stable";
}

class GroupsJson {
 public:
  GroupsJson(const OpinionInput& conversation, const opinion::Analysis& analysis)
      : conversation_(conversation), analysis_(analysis) {}

  json::object object(const opinion::AnalysisOptions& options) const {
    const auto& stability = analysis_.stability;
    json::object object{{"participants", conversation_.votes.people_count()},
                        {"statements", conversation_.votes.statement_count()},
                        {"votes", conversation_.votes.vote_count()},
                        {"on_map", analysis_.people.size()},
                        {"verdict", name_of(analysis_.verdict)},
                        {"silhouette", rounded(analysis_.silhouette)},
                        {"smallest_group", options.smallest_group},
                        {"groups_joined", analysis_.joined}};
    object["stability"] = json::object{{"resamples", stability.resamples},
                                       {"seed", options.seed},
                                       {"same_group", rounded(stability.same_group)},
                                       {"adjusted_rand", rounded(stability.adjusted_rand)}};
    object["groups"] = groups();
    object["uniting"] = uniting();
    object["majorities"] = json::object{{"agree", tellings(analysis_.majorities.agree, false)},
                                        {"disagree", tellings(analysis_.majorities.disagree, false)}};
    object["statement_list"] = statements();
    object["coordinates"] = coordinates();
    return object;
  }

 private:
  json::object statement(opinion::StatementIndex index) const {
    json::object object{{"statement", conversation_.votes.statements()[index]}};
    if (const auto text = conversation_.text_of(index); !text.empty()) object["text"] = text;
    return object;
  }

  json::array tellings(const std::vector<opinion::Telling>& list, bool of_group) const {
    json::array array;
    for (const auto& telling : list) {
      auto object = statement(telling.statement);
      object["side"] = telling.agree ? "agree" : "disagree";
      object["votes"] = telling.votes;
      object["seen"] = telling.seen;
      object["share"] = rounded(telling.share);
      object["share_test"] = rounded(telling.share_test);
      if (of_group) {
        object["against_others"] = rounded(telling.against_others);
        object["against_others_test"] = rounded(telling.against_others_test);
        object["most_agreed"] = telling.most_agreed;
      }
      array.push_back(std::move(object));
    }
    return array;
  }

  json::array groups() const {
    json::array array;
    for (std::size_t g = 0; g < analysis_.groups.size(); ++g) {
      const auto& group = analysis_.groups[g];
      json::array votes;
      for (const auto& tally : group.tallies) votes.push_back({tally.agree, tally.disagree, tally.seen});
      array.push_back(json::object{{"group", group_letter(g)},
                                   {"people", group.people.size()},
                                   {"same_group", rounded(group.stability)},
                                   {"centre", {rounded(group.centre.x), rounded(group.centre.y)}},
                                   {"representative", tellings(group.representative, true)},
                                   {"agree_disagree_seen", std::move(votes)}});
    }
    return array;
  }

  json::array uniting() const {
    json::array array;
    for (const auto& uniting : analysis_.uniting) {
      auto object = statement(uniting.statement);
      object["side"] = uniting.agree ? "agree" : "disagree";
      object["consensus"] = rounded(uniting.consensus);
      array.push_back(std::move(object));
    }
    return array;
  }

  json::array statements() const {
    json::array array;
    for (opinion::StatementIndex s = 0; s < conversation_.votes.statement_count(); ++s) {
      const auto& tally = analysis_.everybody[s];
      auto object = statement(s);
      object["agree"] = tally.agree;
      object["disagree"] = tally.disagree;
      object["seen"] = tally.seen;
      object["moderated_out"] = conversation_.moderation[s].is_out;
      object["mean"] = rounded(analysis_.components.means[s]);
      object["loadings"] = {rounded(analysis_.components.loadings[0][s]),
                            rounded(analysis_.components.loadings[1][s])};
      object["extremity"] = rounded(analysis_.extremity[s]);
      object["priority"] = rounded(analysis_.priority[s]);
      if (!analysis_.groups.empty()) object["group_consensus"] = rounded(analysis_.consensus[s]);
      array.push_back(std::move(object));
    }
    return array;
  }

  json::array coordinates() const {
    json::array array;
    for (std::size_t i = 0; i < analysis_.people.size(); ++i) {
      json::object object{{"participant", conversation_.votes.people()[analysis_.people[i]]},
                          {"x", rounded(analysis_.points[i].x)},
                          {"y", rounded(analysis_.points[i].y)}};
      if (!analysis_.groups.empty()) object["group"] = group_letter(analysis_.group_of[i]);
      array.push_back(std::move(object));
    }
    return array;
  }

  const OpinionInput& conversation_;
  const opinion::Analysis& analysis_;
};

}  // namespace

std::string groups_json(const OpinionInput& conversation, const opinion::Analysis& analysis,
                        const opinion::AnalysisOptions& options) {
  return json::serialize(GroupsJson(conversation, analysis).object(options));
}

std::string next_json(const std::string& participant, bool is_new, const std::vector<NextStatement>& next) {
  json::array statements;
  for (const auto& one : next) {
    json::object object{{"statement", one.id}, {"priority", rounded(one.priority)}};
    if (!one.text.empty()) object["text"] = one.text;
    statements.push_back(std::move(object));
  }
  return json::serialize(
      json::object{{"participant", participant}, {"has_voted", !is_new}, {"next", std::move(statements)}});
}

}  // namespace wijktafel::app

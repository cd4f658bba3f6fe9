// Routes and views of the overview.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "design/components.hpp"
#include "platform/web/call.hpp"

namespace wijktafel::overview {

std::vector<web::Route> routes();

struct NextMeetingView {
  std::string when;
  std::string place;
  std::string url;
};
BOOST_DESCRIBE_STRUCT(NextMeetingView, (), (when, place, url))

// Where domains meet: a goal or signal that belongs to more than one.
struct MeetingPointView {
  std::string title;
  std::string url;
  std::string domains;  // "Straat, groen en gebouwen en Veiligheid"
};
BOOST_DESCRIBE_STRUCT(MeetingPointView, (), (title, url, domains))

struct NeighbourhoodView {
  std::string heading;
  std::string intro;
  std::string report_url;
  std::optional<NextMeetingView> next_meeting;
  design::AreaMap map;
  std::vector<design::DomainCard> domains;
  std::vector<MeetingPointView> meeting_points;
  std::vector<design::PromisesTable> promises;  // one, or none
  std::string promises_url;
  std::optional<std::string> late;     // "2 afspraken zijn te laat"
  std::vector<design::ItemList> gaps;  // one, or none
  html::SafeHtml more;                 // what other capabilities add
};
BOOST_DESCRIBE_STRUCT(NeighbourhoodView, (),
                      (heading, intro, report_url, next_meeting, map, domains, meeting_points, promises,
                       promises_url, late, gaps, more))

struct KeptDataView {
  std::string purpose;
  std::string term;
};
BOOST_DESCRIBE_STRUCT(KeptDataView, (), (purpose, term))

struct PrivacyView {
  std::vector<KeptDataView> kept;
};
BOOST_DESCRIBE_STRUCT(PrivacyView, (), (kept))

struct AccessibilityView {
  std::string municipality;
};
BOOST_DESCRIBE_STRUCT(AccessibilityView, (), (municipality))

http::Response show_neighbourhood(const web::Call& call);
http::Response show_privacy(const web::Call& call);
http::Response show_accessibility(const web::Call& call);

}  // namespace wijktafel::overview

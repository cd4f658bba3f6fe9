#include "capabilities/signals/model.hpp"
#include "capabilities/signals/web/pages.hpp"
#include "platform/files/photo.hpp"

namespace wijktafel::signals {
namespace {

constexpr std::size_t text_of_a_form = 1024 * 1024;
// All photos at once, and the text beside them. What is too large is said beside the field, so it may come
// in.
constexpr std::size_t photos_of_a_form = photos_most * files::photo_byte_limit + 5 * text_of_a_form;

// Two photos at most, and the text.
constexpr std::size_t photos_of_an_update = 2 * files::photo_byte_limit + text_of_a_form;

const std::vector<std::string> box_of_map{"bbox"};
const std::vector<std::string> list_filter{"stand", "onderwerp", "soort", "uitkomst", "voor"};

}  // namespace

std::vector<web::Route> routes() {
  using http::Method;
  const auto worker = web::permitted("signals.assign");
  const auto words = web::permitted("signals.set_words");
  const auto enter = web::permitted("signals.enter");
  const auto moderator = web::permitted("signals.moderate");
  const auto administrator_of_words = web::permitted("signals.edit_promise_words");
  const auto looker = web::permitted("signals.look_at_updates");
  const std::string list = "/{municipality}/{area}/signalen";
  const std::string report = list + "/nieuw";
  const std::string one = list + "/{number}";
  const std::string follow = "/{municipality}/volg/{token}";
  return {
      {Method::get, report, web::anyone(), show_what},
      {Method::post, report, web::anyone(), send_what, photos_of_a_form},
      {Method::get, report + "/waar", web::anyone(), show_where},
      {Method::post, report + "/waar", web::anyone(), send_where},
      {Method::get, report + "/kaart", web::anyone(), draw_place_picture},
      {Method::get, "/{municipality}/signalen-worker.js", web::anyone(), show_report_worker},
      {Method::get, report + "/foto/{number}", web::anyone(), show_draft_photo},
      {Method::get, report + "/hoe", web::anyone(), show_how},
      {Method::post, report + "/hoe", web::anyone(), send_how},
      {Method::get, report + "/klaar", web::anyone(), show_receipt},

      {Method::get, list, web::anyone(), show_list, text_of_a_form, list_filter},
      {Method::get, "/{municipality}/signalen", web::anyone(), show_list, text_of_a_form, list_filter},
      {Method::get, list + ".geojson", web::anyone(), show_map_data, text_of_a_form, box_of_map},
      {Method::get, "/{municipality}/signalen.geojson", web::anyone(), show_map_data, text_of_a_form,
       box_of_map},
      {Method::get, one, web::anyone(), show_signal, text_of_a_form, std::vector<std::string>{}},
      {Method::get, one + "/foto/{photo}", web::anyone(), show_photo},

      // Another door, and what waits for a look.
      {Method::get, list + "/woorden", words, show_door_words},
      {Method::post, list + "/woorden", words, send_door_words},
      {Method::get, "/{municipality}/signalen/woorden", words, show_door_words},
      {Method::post, "/{municipality}/signalen/woorden", words, send_door_words},
      {Method::post, one + "/doorsturen", worker, send_forward},
      {Method::get, list + "/eerst-bekijken", moderator, show_held},
      {Method::post, one + "/doorlaten", moderator, send_let_through},
      {Method::post, one + "/weghalen", moderator, send_removal},
      {Method::post, one + "/terugzetten", moderator, send_removal_back},

      {Method::get, list + "/invoeren", enter, show_enter},
      {Method::post, list + "/invoeren", enter, send_enter},
      {Method::get, list + "/invoeren/klaar", enter, show_entered},

      // "Ik ook".
      {Method::get, one + "/ik-ook", web::anyone(), show_support_form},
      {Method::post, one + "/ik-ook", web::anyone(), send_support, photos_of_a_form},
      {Method::get, one + "/ik-ook/klaar", web::anyone(), show_supported},

      {Method::get, follow, web::anyone(), show_followed},
      {Method::post, follow + "/opgelost", web::anyone(), send_verdict},
      {Method::post, follow + "/stop", web::anyone(), send_stop},
      {Method::post, follow + "/gebleven", web::anyone(), send_still_so},

      {Method::post, follow + "/aanvulling", web::anyone(), send_followed_update, photos_of_an_update},
      {Method::post, one + "/aanvulling", web::signed_in(), send_update, photos_of_an_update},
      {Method::get, list + "/aanvullingen", looker, show_waiting_updates},
      {Method::get, "/{municipality}/aanvullingen", looker, show_waiting_updates},
      {Method::post, one + "/aanvulling/{update}/tonen", looker, send_update_shown},
      {Method::post, one + "/aanvulling/{update}/weglaten", looker, send_update_left_out},

      {Method::post, one + "/oppakken", web::signed_in(), send_pick_up},
      {Method::post, one + "/meehelpen", web::signed_in(), send_help},
      {Method::post, one + "/niet-meehelpen", web::signed_in(), send_stop_helping},
      {Method::post, one + "/buren", web::signed_in(), send_pickup_news},

      {Method::get, list + "/werk", worker, show_work},
      {Method::get, "/{municipality}/werk", worker, show_work},
      {Method::get, "/{municipality}/mijn-werk", web::signed_in(), show_my_work},
      // Each signal is asked for by itself: who coordinates its area, or belongs to the organisation that has
      // it.
      {Method::post, "/{municipality}/mijn-werk/tegelijk", web::signed_in(), send_bulk},
      {Method::post, "/{municipality}/mijn-werk/lijsten", web::signed_in(), send_view},
      {Method::post, "/{municipality}/mijn-werk/lijsten/weg", web::signed_in(), remove_view_asked},
      {Method::get, list + "/standaardantwoorden", worker, show_templates},
      {Method::post, list + "/standaardantwoorden", worker, send_template},
      {Method::post, list + "/standaardantwoorden/weg", worker, remove_template_asked},
      {Method::get, "/{municipality}/signalen/standaardantwoorden", worker, show_templates},
      {Method::post, "/{municipality}/signalen/standaardantwoorden", worker, send_template},
      {Method::post, "/{municipality}/signalen/standaardantwoorden/weg", worker, remove_template_asked},
      {Method::post, one + "/notitie", web::signed_in(), send_note},
      {Method::post, one + "/verdelen", web::signed_in(), send_arrangement},
      {Method::get, one + "/splitsen", worker, show_split},
      {Method::post, one + "/splitsen", worker, send_split},
      {Method::post, one + "/niet-dubbel", worker, send_undo_duplicate},
      {Method::post, one + "/toewijzen", worker, send_assignment},
      // Also for members of the organisation that has it: the handler asks.
      {Method::post, one + "/antwoord", web::signed_in(), send_answer},
      {Method::post, one + "/doorverwijzen", web::permitted("signals.refer"), send_referral},
      {Method::post, one + "/dubbel", worker, send_duplicate},
      {Method::post, one + "/vertrouwelijk", web::permitted("signals.set_confidential"), send_confidential},
      {Method::get, "/{municipality}/beheer/beloftewoorden", administrator_of_words, show_promise_rules},
      {Method::post, "/{municipality}/beheer/beloftewoorden", administrator_of_words, send_promise_rule},
      {Method::get, "/{municipality}/beheer/inzage", web::permitted("signals.see_looks"), show_looks},
      {Method::post, one + "/melder", web::permitted("signals.see_reporter"), show_reporter},
  };
}

}  // namespace wijktafel::signals

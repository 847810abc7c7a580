/* See confidence.h. */
#include "resolve/confidence.h"

#include <math.h>

#include "earth/distance.h"

float gm_confidence_odds(const gm_group *group) {
  const double same_km = 100;
  const float least = 1e-4f, most = 1 - 1e-4f;
  const gm_option *choice = gm_group_choice(group);
  float sum = 0;
  for (uint32_t i = 0; choice && i < group->option_count; i++) {
    const gm_option *option = &group->options[i];
    if (option == choice ||
        gm_direction_near_km(option->toward, choice->toward, same_km) < same_km)
      sum += option->probability;
  }
  sum = sum < least ? least : sum > most ? most : sum;
  return logf(sum / (1 - sum));
}

float gm_confidence_of(const gm_resolve_weights *weights,
                       const gm_group *group) {
  const float guess = 0.8f; /* at most so sure of what is only spelled alike */
  const gm_option *choice = gm_group_choice(group);
  if (!choice) return 0;
  float odds = weights->slope * gm_confidence_odds(group) + weights->shift;
  float confidence = 1 / (1 + expf(-odds));
  return choice->alike ? confidence * guess : confidence;
}

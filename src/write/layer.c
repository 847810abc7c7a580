/* See layer.h: which layers there are. */
#include "write/layer.h"

const gm_layer *const gm_layers[GM_LAYERS] = {&gm_layer_mentions};

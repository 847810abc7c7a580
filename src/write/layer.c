/* See layer.h: which layers there are, as geomention.h lists them. */
#include "write/layer.h"

const gm_layer *const gm_layers[GM_LAYERS] = {
#define GM_LAYER_MEMBER(upper, lower, meaning) &gm_layer_##lower,
    GM_MAP_LAYERS(GM_LAYER_MEMBER)
#undef GM_LAYER_MEMBER
};

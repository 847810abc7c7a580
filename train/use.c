/* stub */
#include "command.h"
gm_status command_use(gm_workspace *ws, const command *given) { (void)given; return gm_fail(ws, GM_MISUSE, 0, "later"); }

/* See interrupt.h. The flag is the one thing that a signal handler may touch;
 * every workspace watches it. Calls that wait (a read from the keyboard) are
 * not begun again after a signal, so that they notice. */
#include "interrupt.h"

#include <signal.h>

#include "say.h"

static volatile int stop;

static void note(int signal_number) {
  (void)signal_number;
  __atomic_store_n(&stop, 1, __ATOMIC_RELAXED); /* other threads read it */
}

void cli_interrupt_catch(void) {
  struct sigaction action = {.sa_handler = note}, before;
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, NULL);
  sigaction(SIGTERM, &action, NULL);
  bool outlives = !sigaction(SIGHUP, NULL, &before) && /* nohup says so */
                  before.sa_handler == SIG_IGN;
  if (!outlives) sigaction(SIGHUP, &action, NULL);
}

bool cli_interrupted(void) {
  return __atomic_load_n(&stop, __ATOMIC_RELAXED) != 0;
}

gm_workspace *cli_interrupt_workspace(size_t ceiling_bytes) {
  gm_workspace *ws = gm_workspace_open(ceiling_bytes);
  if (ws)
    gm_workspace_watch(ws, &stop);
  else
    cli_say("no memory for a workspace; give the program more memory");
  return ws;
}

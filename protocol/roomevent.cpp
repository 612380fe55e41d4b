#include "protocol/roomevent.h"

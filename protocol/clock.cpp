#include "protocol/clock.h"

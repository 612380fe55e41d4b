#include "server/roomserver.h"

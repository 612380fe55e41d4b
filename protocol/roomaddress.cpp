#include "protocol/roomaddress.h"

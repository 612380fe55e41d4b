#include "protocol/framer.h"

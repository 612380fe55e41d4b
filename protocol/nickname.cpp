#include "protocol/nickname.h"

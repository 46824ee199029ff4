export const verifyUsage = 'thuocdo verify TỆP… [--anchors TỆP] [--proof TỆP] [--root DẤU_GỐC] [--tsa-ca TỆP.pem]'
